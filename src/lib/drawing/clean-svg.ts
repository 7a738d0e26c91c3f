const UNWANTED = ['style', 'aria-label', 'aria-description', 'aria-hidden'];

/**
 * Takes out of Plot's drawing what the site's policy and its readers' tools do not want: its style element, style
 * attributes, and labels on groups (axe: aria-prohibited-attr). The drawing itself gets role, name and description.
 */
export const cleanSvg = (svg: SVGSVGElement, about: { title: string; description: string }): SVGSVGElement => {
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
  for (const element of svg.querySelectorAll(UNWANTED.map((name) => `[${name}]`).join()))
    for (const name of UNWANTED) element.removeAttribute(name);
  for (const name of ['style', 'width', 'height', 'font-family', 'font-size', 'fill', 'xmlns:xlink'])
    svg.removeAttribute(name);
  svg.setAttribute('class', 'drawing');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${about.title}. ${about.description}`.trim());
  return svg;
};
