export const wishWordsAr = {
  title: 'المفضّلة',
  add: 'أضف إلى المفضّلة',
  remove: 'أزل من المفضّلة',
  removeOf: (title: string) => `أزل من المفضّلة: ${title}`,
  empty: { title: 'مفضّلتك فارغة', text: 'اضغط «أضف إلى المفضّلة» عند أي منتج.', action: 'إلى المتجر' },
  seen: 'شاهدته مؤخرًا',
};
