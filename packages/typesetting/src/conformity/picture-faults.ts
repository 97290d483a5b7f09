import type { ChildImages } from '../pdf/child-images.ts'
import type { Judged } from './judged.ts'
import type { PlacedMarks } from './marks.ts'
import type { PlacedFault } from './model-faults.ts'

/** Dots an inch that a photo needs in print; below, single dots are seen. */
export const wantedDpi = 150

/** Pictures that are not there, cannot be read, or have too few dots for the size they are set in. */
export function pictureFaults(
  judged: readonly Judged[],
  marks: PlacedMarks,
  names: Readonly<Record<string, string>>,
  images: Pick<ChildImages, 'get'>,
): PlacedFault[] {
  return judged.flatMap((one): PlacedFault[] => {
    if (one.kind !== 'figure') return []
    const { at, image } = one
    const held = Object.hasOwn(names, image) ? images.get(names[image]!) : undefined
    if (!held?.path) {
      const reason = held && held.path === null ? held.fault : 'absent'
      return [{ at, fault: { rule: 'picture-unreadable', details: { image, reason } } }]
    }
    const width = marks.of(at).find(mark => mark.kind === 'figure')?.width
    const dpi = width ? Math.round(held.size.width / (width / 72)) : wantedDpi
    if (dpi >= wantedDpi) return []
    return [{ at, fault: { rule: 'picture-coarse', details: { image, dpi, wanted: wantedDpi } } }]
  })
}
