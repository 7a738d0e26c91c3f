import { readTimeline, runsOf } from './timeline';

/** The timeline, run by run. */
export const loadSection = () => ({ runs: runsOf(readTimeline()) });

export type TimelineData = ReturnType<typeof loadSection>;
