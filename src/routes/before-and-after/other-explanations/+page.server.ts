import { loadSection } from './load-section';

export const load = () => loadSection();
