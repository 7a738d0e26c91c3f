import { describe, expect, it } from 'vitest';
import { areas, similar } from '../../../tests/site.ts';
import { nearestComparison } from './nearest.ts';

const near = (...asked: string[]) => nearestComparison(asked, areas, similar);

describe('the comparison nearest to an address that names nothing to compare', () => {
  it('is of the council that a misspelt name may mean, with the two most like it', () => {
    const found = near('harringey');
    expect(found.areas[0]).toBe('309');
    expect(found.areas).toHaveLength(3);
    expect(found.words).toMatch(/^Haringey, .+ and .+$/);
  });

  it('takes the first word that may mean a council, and no notice of England', () => {
    expect(near('999', 'england', 'isle-of-wight').areas[0]).toBe('921');
  });

  it('is an example where no word means anything, or none is there', () => {
    for (const found of [
      near(),
      near('999'),
      near('%00', '<script>'),
      nearestComparison(['haringey'], undefined, undefined)
    ])
      expect(found.words).toBe('North East, North West and Yorkshire and The Humber');
  });

  it('can be shown: each of its areas is one that the site has', () => {
    for (const { areas: keys } of [near('birmingam'), near()])
      for (const key of keys) expect(areas.some((area) => area.key === key)).toBe(true);
  });
});
