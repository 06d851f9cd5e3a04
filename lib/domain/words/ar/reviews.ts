import { arabicCount, REVIEWS, STARS } from './count';

export const reviewWordsAr = {
  title: 'التقييمات',
  rating: (average: string, count: number) => `${average} من 5 · ${arabicCount(count, REVIEWS)}`,
  stars: (stars: number) => arabicCount(stars, STARS),
  verified: 'شراء موثَّق',
  how: 'لا يقيّم المنتج إلا من اشتراه هنا: لا يُفتح النموذج إلا من الطلب نفسه بعد شحنه. نعرض التقييمات الجيدة والسيئة فور قراءتها، ولا نحجب إلا ما فيه إساءة أو إعلان أو بيانات الآخرين.',
  all: (count: number) => `كل التقييمات (${count})`,
  back: 'إلى المنتج',
  write: {
    title: 'هل أعجبك؟',
    lead: 'يظهر تقييمك لدى المنتج من دون اسمك بعد أن نقرأه. يمكنك تغييره.',
    link: 'تقييم ما اشتريته',
    stars: 'النجوم',
    text: 'ماذا ينبغي أن يعرف الآخرون؟',
    hint: 'اختياري',
    send: 'إرسال التقييم',
    change: 'تغيير التقييم',
    thanks: 'شكرًا! نقرأه ثم نعرضه لدى المنتج.',
    notYet: 'يمكنك التقييم بعد شحن طلبك.',
    status: {
      waiting: 'نقرأه الآن.',
      shown: 'معروض لدى المنتج.',
      refused: 'لا يُعرض: فيه إساءة أو إعلان أو بيانات الآخرين. يمكنك تغييره.',
    },
  },
  ask: {
    offer: 'هل نسألك مرة واحدة بعد التسليم كيف وجدته؟',
    agree: 'نعم، اسألوني',
    takeBack: 'بل لا تسألوني',
    agreed: 'نسألك مرة واحدة بعد التسليم كيف وجدته. كلمة «Stop» في المحادثة تنهي ذلك.',
  },
};
