import { loadSection } from './story/load-section';

export const load = () => loadSection();
