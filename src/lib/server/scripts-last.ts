/** Moves the links that preload scripts from the head of a page, which must be whole, to the end of its body. */
export const scriptsLast = (html: string): string => {
  const links: string[] = [];
  const without = html.replace(/\s*<link [^>]*rel="modulepreload"[^>]*>/g, (link) => {
    links.push(link.trim());
    return '';
  });
  const end = without.lastIndexOf('</body>');
  if (end < 0) throw new Error('scriptsLast: expected a page with a body, found none');
  return `${without.slice(0, end)}${links.join('')}${without.slice(end)}`;
};
