import { json } from '@sveltejs/kit';
import { lateMarkup } from '../late';

export const prerender = true;
export const trailingSlash = 'never';

/** The drawings of the article's last sections, which the page fetches once it is awake. */
export const GET = () => json(lateMarkup());
