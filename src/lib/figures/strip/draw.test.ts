import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawGroup } from './draw-group.ts';
import { drawStrip, type StripSpec } from './draw.ts';

const document = () => parseHTML('<html><body></body></html>').document as unknown as Document;
const spec: StripSpec = {
  title: 'A measure',
  description: 'A tick is a council.',
  values: [10, 20, 40, 90],
  own: { value: 40, interval: { low: 35, high: 46 } },
  england: 60,
  dp: 1
};
const texts = (svg: SVGSVGElement): string[] => [...svg.querySelectorAll('text')].map((text) => text.textContent!);

describe('the strip of all councils', () => {
  it('has a tick a council, one dot with its bar, and England by name', () => {
    const svg = drawStrip(spec, document());
    expect(svg.querySelector('.councils path')!.getAttribute('d')!.match(/M/g)).toHaveLength(spec.values.length);
    const dot = Number(svg.querySelector('.own circle')!.getAttribute('cx'));
    const bar = svg.querySelector('.interval line')!;
    expect(dot).toBeGreaterThan(Number(bar.getAttribute('x1')));
    expect(dot).toBeLessThan(Number(bar.getAttribute('x2')));
    expect(Number(svg.querySelector('.england line')!.getAttribute('x1'))).toBeGreaterThan(dot);
    expect(texts(svg).sort()).toEqual(['England', 'highest 90.0', 'lowest 10.0']);
    expect(svg.getAttribute('aria-label')).toContain('A measure');
  });

  it('says an end shorter where England stands close to it', () => {
    expect(texts(drawStrip({ ...spec, england: 26 }, document())).sort()).toEqual(['10.0', 'England', 'highest 90.0']);
  });

  it('does without an interval and without England', () => {
    const svg = drawStrip({ ...spec, own: { value: 40 }, england: undefined }, document());
    expect(svg.querySelector('.interval, .england')).toBeNull();
    expect(svg.querySelectorAll('.own circle')).toHaveLength(1);
  });
});

it('the eleven stand one under the other, the highest first, this council apart', () => {
  const figures = [50, 30, 70].map((value, i) => ({
    value,
    interval: { low: value - 5, high: value + 5 },
    isOwn: i === 0
  }));
  const svg = drawGroup({ title: 'A measure', description: '', figures, limits: { low: 40, high: 60 } }, document());
  const places = [...svg.querySelectorAll('.others circle, .own circle')].map((dot) => ({
    own: dot.closest('.own') !== null,
    x: Number(dot.getAttribute('cx')),
    y: Number(dot.getAttribute('cy'))
  }));
  expect(places.filter(({ own }) => own)).toHaveLength(1);
  const down = places.toSorted((a, b) => a.y - b.y);
  expect(down.map(({ x }) => x)).toEqual(places.map(({ x }) => x).toSorted((a, b) => b - a));
  expect(down[1]!.own).toBe(true);
  expect(svg.querySelectorAll('.limits rect')).toHaveLength(1);
});
