import { facts } from './facts';

export const load = () => ({ facts: facts() });
