import { firstDrawing } from '../../trends/[measure]/first-drawing';

export const load = async ({ data }) => ({
  ...data,
  drawn: import.meta.env.SSR ? await firstDrawing(data) : undefined
});
