import type { Font } from 'fontkit';

// PDFKit takes a font that is read already ("typeof src?.layout === 'function'" in its PDFFontFactory); its types do not say so.
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      registerFont(name: string, font: Font): this;
    }
  }
}
