/** What became of a link: given to the device's share sheet, closed there by the reader, copied, or neither. */
export type LinkResult = 'shared' | 'cancelled' | 'copied' | 'refused';

type Device = Partial<Pick<Navigator, 'share' | 'clipboard'>>;

/** True where the device has a share sheet that its readers know: on a touch screen. Elsewhere a copied link is more use. */
export const hasShareSheet = (device: Device, isTouch: boolean): boolean => isTouch && device.share !== undefined;

/** Copies a link, where the browser lets a page do so. */
export const copyLink = async (device: Device, url: string): Promise<LinkResult> => {
  try {
    await device.clipboard!.writeText(url);
    return 'copied';
  } catch {
    return 'refused';
  }
};

/** Opens the share sheet with a link; copies the link where the sheet does not open. */
export const shareLink = async (device: Device, title: string, url: string): Promise<LinkResult> => {
  try {
    await device.share!({ title, url });
    return 'shared';
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError' ? 'cancelled' : copyLink(device, url);
  }
};
