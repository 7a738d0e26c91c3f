import { ENGLAND, byName, fullName } from '#lib/domain/index.ts';
import { readAreas } from '#lib/server/published.ts';

export const load = () => {
  const areas = readAreas();
  const brief = ({ key, slug, name, ended }: (typeof areas)[number]) => ({
    key,
    slug,
    name: fullName({ name, ended }),
    ended: !!ended
  });
  return {
    count: areas.filter(({ level, ended }) => level === 'Local authority' && !ended).length,
    regions: areas
      .filter(({ level }) => level === 'Regional')
      .map((region) => ({
        ...brief(region),
        authorities: areas
          .filter((area) => area.region === region.key && area.level === 'Local authority' && area.key !== ENGLAND)
          .sort(byName)
          .map(brief)
      }))
  };
};
