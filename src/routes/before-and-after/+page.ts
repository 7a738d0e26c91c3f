import { take } from './shelf';

export const load = ({ data }) => ({ ...data, made: import.meta.env.SSR ? take() : undefined });
