import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { MultiLineString, Position } from 'geojson';
import topologyText from '../../../../data/boundaries/authorities_bng_30.topo.json?raw';
import layersText from '../../../../data/boundaries/layers.csv?raw';
import licenceText from '../../../../data/boundaries/LICENCE.txt?raw';

/** A place on the ground: metres east and north of the origin of the British National Grid. */
interface Ground {
  east: number;
  north: number;
}

/** From the ground to a drawing: what lies at `x` and `y`, and how many pixels a metre is. */
export interface Frame {
  x: number;
  y: number;
  corner: Ground;
  scale: number;
}

/** A council on a map: its parts, each a ring with the rings of what it leaves out, in pixels. */
export interface Outline {
  key: string;
  parts: Position[][][];
}

type Layer = GeometryCollection<Record<never, never>>;

const topology = JSON.parse(topologyText) as Topology<Record<string, Layer>>;

/** The rows of layers.csv that are of one time each: name, first and last day; a time without an end is not over. */
const layers = layersText
  .trim()
  .split(/\r?\n/)
  .map((row) => row.split(','))
  .filter(([name]) => /^la\d{4}$/.test(name!))
  .map(([name, first, last]) => ({ name: name!, first: first!, last: last || '9999' }));

/** The lines that must stand wherever a map is drawn of these boundaries. */
export const BOUNDARY_LINES = licenceText.split(/\r?\n/).filter((line) => /^(Source|Contains OS)/.test(line));

/** The layer of the boundaries of a day. */
export const layerOn = (day: string): string => layers.find(({ first, last }) => first <= day && day <= last)!.name;

/** The same boundaries in pixels: the numbers of the file are turned and scaled by its own transform. */
const inPixels = ({ x, y, corner, scale }: Frame): typeof topology => {
  const { scale: step, translate } = topology.transform!;
  return {
    ...topology,
    transform: {
      scale: [step[0] * scale, -step[1] * scale],
      translate: [x + (translate[0] - corner.east) * scale, y + (corner.north - translate[1]) * scale]
    }
  };
};

/** The councils of a layer in pixels. */
export const outlinesIn = (layer: string, frame: Frame): Outline[] => {
  const turned = inPixels(frame);
  return feature(turned, turned.objects[layer]!).features.map(({ id, geometry }) => ({
    key: String(id),
    parts:
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : []
  }));
};

/** The borders between regions in pixels; Inner and Outer London are one. */
export const regionBorders = (frame: Frame): MultiLineString => {
  const turned = inPixels(frame);
  return mesh(turned, turned.objects.region!, (a, b) => a !== b && !(isLondon(a) && isLondon(b)));
};

const isLondon = ({ id }: { id?: string | number | undefined }): boolean => /^E1300000[12]$/.test(String(id));

/** The outer lines of a layer in pixels, or of those of its councils that have some keys. */
export const coastOf = (layer: string, frame: Frame, keys?: ReadonlySet<string>): MultiLineString => {
  const turned = inPixels(frame);
  const all = turned.objects[layer]!;
  const geometries = all.geometries.filter(({ id }) => !keys || keys.has(String(id)));
  return mesh(turned, { ...all, geometries }, (a, b) => a === b);
};

/** How far the councils with some keys reach on the ground. */
export const reachOf = (layer: string, keys?: ReadonlySet<string>): { from: Ground; to: Ground } => {
  const ground = outlinesIn(layer, { x: 0, y: 0, corner: { east: 0, north: 0 }, scale: 1 });
  const all = ground.filter(({ key }) => !keys || keys.has(key)).flatMap(({ parts }) => parts.flat(2));
  const [xs, ys] = [all.map(([x]) => x!), all.map(([, y]) => -y!)];
  const end = (values: number[], of: (a: number, b: number) => number): number => values.reduce((a, b) => of(a, b));
  return {
    from: { east: end(xs, Math.min), north: end(ys, Math.min) },
    to: { east: end(xs, Math.max), north: end(ys, Math.max) }
  };
};
