export { load } from '../../trends/[measure]/+page';
