// Everything is in the page; a script of its own prints and fills in the address (brief-page.ts).
export const csr = false;

export const load = async ({ params }) => {
  if (!import.meta.env.SSR) throw new Error('a brief: expected to be made while prerendering');
  const { briefOf } = await import('./compose');
  return briefOf(params.area);
};
