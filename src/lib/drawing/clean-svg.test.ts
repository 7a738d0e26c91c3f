import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { cleanSvg } from './clean-svg.ts';

it('takes out styles and names of parts, and names the whole', () => {
  const { document } = parseHTML(
    '<body><svg class="plot" style="color: red" width="10" fill="red"><style>a{}</style>' +
      '<g aria-label="line" aria-description="of something"><path style="stroke: red" aria-hidden="true" d="M0,0"/></g></svg></body>'
  );
  const svg = cleanSvg(document.querySelector('svg') as unknown as SVGSVGElement, {
    title: 'Rates',
    description: 'They rose.'
  });
  expect(svg.querySelectorAll('style')).toHaveLength(0);
  expect(svg.querySelectorAll('[style], [aria-description], [aria-hidden], g[aria-label]')).toHaveLength(0);
  expect(svg.outerHTML).not.toContain('style');
  expect(svg.getAttribute('aria-label')).toBe('Rates. They rose.');
  expect(svg.getAttribute('role')).toBe('img');
  expect(svg.querySelector('path')?.getAttribute('d')).toBe('M0,0');
});
