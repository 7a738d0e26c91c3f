import { list } from '#lib/domain/index.ts';

/** Why ranks have no range, a sentence a reason, each with the measures that it is the reason for; empty where all have one. */
export const describeNoRanges = (ranks: readonly { title: string; why: string }[]): string =>
  [...new Set(ranks.map(({ why }) => why))]
    .map((why) => {
      const titles = ranks.flatMap((rank) =>
        rank.why === why ? [rank.title.charAt(0).toLowerCase() + rank.title.slice(1)] : []
      );
      return `No range of ranks can be given for ${list(titles)}: ${why}.`;
    })
    .join(' ');
