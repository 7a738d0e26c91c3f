/** Where a reader can report a mistake; each is absent where the build was not told. */
export interface Contact {
  /** The address of the project's repository. */
  repository?: string;
  email?: string;
}

/**
 * Where a reader can report a mistake: `REPOSITORY_URL=https://… CONTACT_EMAIL=name@example.org npm run build`. What is no
 * address stops the build.
 */
export const contact = (env: Record<string, string | undefined> = process.env): Contact => {
  const repository = (env.REPOSITORY_URL ?? '').trim();
  const email = (env.CONTACT_EMAIL ?? '').trim();
  if (repository && (!/^https:\/\//.test(repository) || !URL.canParse(repository)))
    throw new Error(`REPOSITORY_URL: expected an address that begins with https://, found "${repository}"`);
  if (email && !/^[^\s@<>"?&]+@[^\s@<>"?&]+\.[^\s@<>"?&]+$/.test(email))
    throw new Error(`CONTACT_EMAIL: expected an address such as name@example.org, found "${email}"`);
  return { ...(repository ? { repository } : {}), ...(email ? { email } : {}) };
};

/** What the build warns of where it was told no address. */
export const missingContact = ({ repository, email }: Contact): string | undefined =>
  repository || email
    ? undefined
    : 'REPOSITORY_URL and CONTACT_EMAIL are not set: the page About says that this copy of the site gives no address for mistakes';
