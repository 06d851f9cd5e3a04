import { NotFoundPage } from '@/components/shop/not-found-page';

export default NotFoundPage;
