/** How a picture is called: what is measured; in which unit, where, which years; and what it shows, where that can be said. */
export interface Heading {
  title: string;
  subtitle: string;
  finding?: string;
}

/** The title of a chart: what it shows, else what is measured. */
export const chartTitle = ({ finding, title }: Heading): string => finding ?? title;
