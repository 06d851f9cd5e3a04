import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { withMemory } from './font-memory';

/** In points, 72 to the inch. The left edge is 25 mm, as letters in Germany have it (DIN 5008). */
export const EDGE = { left: 71, right: 539, top: 51, bottom: 752 } as const;
export const INK = '#1c1e21';
export const SOFT = '#5b6169';
const LINE = '#c9cdd2';

type Structure = PDFKit.PDFStructureElement;
export type TextLook = {
  x: number;
  y: number;
  width: number;
  size?: number;
  strong?: boolean;
  soft?: boolean;
  align?: 'left' | 'right';
  lineGap?: number;
};

// PDFKit takes a font that is read already (`PDFFontFactory.open`); its types do not say so.
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      registerFont(name: string, font: Font): this;
    }
  }
}

// Inter, which knows the letters of every European language and figures of equal width. Licence beside the files.
// Read once, for all sheets: what a font says of its letters is decoded as they come up, and most of a sheet's time was that.
async function readFont(name: string): Promise<Font> {
  const file = path.join(process.cwd(), 'lib', 'papers', 'fonts', `inter-${name}.ttf`);
  const font = create(await readFile(file));
  if (!('layout' in font)) throw new Error(`${file} is no single font`);
  return withMemory(font);
}
let fonts: [Promise<Font>, Promise<Font>] | null = null;

/**
 * A page of paper that screen readers can read: every text is an element of a structure, lines and page numbers are none.
 * The same words on the same date make the same bytes.
 */
export class Sheet {
  private constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly chunks: Buffer[],
    readonly root: Structure,
  ) {}

  static async open(about: { title: string; author: string; language: string; date: Date }): Promise<Sheet> {
    fonts ??= [readFont('regular'), readFont('semibold')];
    const [regular, strong] = await Promise.all(fonts);
    const doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: about.language,
      displayTitle: true,
      bufferPages: true,
      info: { Title: about.title, Author: about.author, Creator: 'Kiosk', Producer: 'Kiosk', CreationDate: about.date },
    });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.registerFont('regular', regular);
    doc.registerFont('strong', strong);
    const root = doc.struct('Document');
    doc.addStructure(root);
    return new Sheet(doc, chunks, root);
  }

  /** An element below another one; closed by itself when the sheet is. */
  part(type: string, parent: Structure = this.root): Structure {
    const part = this.doc.struct(type);
    parent.add(part);
    return part;
  }

  /** Writes a text as an element and answers where the next line would begin. */
  write(parent: Structure, type: string, text: string, look: TextLook): number {
    const { x, y, width, align = 'left', lineGap = 2 } = look;
    this.dress(look);
    parent.add(
      this.doc.struct(type, {}, () => {
        this.doc.text(text, x, y, { width, align, lineGap, features: featuresOf(look) });
      }),
    );
    return y + this.heightOf(text, look);
  }

  /** How much room a text takes, its last line's gap included. */
  heightOf(text: string, look: Omit<TextLook, 'x' | 'y'>): number {
    this.dress(look);
    const { width, lineGap = 2 } = look;
    return this.doc.heightOfString(text, { width, lineGap, features: featuresOf(look) });
  }

  /** A thin line across, for the eye alone. */
  rule(
    y: number,
    { from = EDGE.left, to = EDGE.right, strong = false }: { from?: number; to?: number; strong?: boolean } = {},
  ): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc
      .moveTo(from, y)
      .lineTo(to, y)
      .lineWidth(strong ? 0.9 : 0.5)
      .strokeColor(strong ? INK : LINE)
      .stroke();
    this.doc.endMarkedContent();
  }

  turnPage(): void {
    this.doc.addPage();
  }

  /** Runs for each page when all are written, so that a foot can say how many there are. */
  onEachPage(draw: (page: number, pages: number, stamp: (text: string, look: TextLook) => void) => void): void {
    const { count } = this.doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.doc.switchToPage(index);
      draw(index + 1, count, (text, look) => {
        this.dress(look);
        this.doc.markContent('Artifact', { type: 'Pagination' });
        const { x, y, width, align = 'left', lineGap = 2 } = look;
        this.doc.text(text, x, y, { width, align, lineGap, features: featuresOf(look) });
        this.doc.endMarkedContent();
      });
    }
  }

  close(): Promise<Uint8Array<ArrayBuffer>> {
    const whole = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      this.doc.on('end', () => resolve(new Uint8Array(Buffer.concat(this.chunks))));
      this.doc.on('error', reject);
    });
    this.root.end();
    this.doc.end();
    return whole;
  }

  private dress({ size = 9.5, strong = false, soft = false }: Partial<TextLook>): void {
    this.doc
      .font(strong ? 'strong' : 'regular')
      .fontSize(size)
      .fillColor(soft ? SOFT : INK);
  }
}

// Figures that stand under each other have one width; elsewhere it would tear words apart.
function featuresOf({ align }: Pick<TextLook, 'align'>): PDFKit.Mixins.OpenTypeFeatures[] | undefined {
  return align === 'right' ? ['tnum', 'kern'] : undefined;
}
