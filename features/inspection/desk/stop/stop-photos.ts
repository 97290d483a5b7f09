/** Photos of a stop and of its findings: one queue a place, which waits on the device without a line. */
import { PhotoQueue, sendUpload } from '@jianbao/report/desk/parts'
import type { Stop, StopPhoto } from '../../contract/index.ts'
import { type deviceStops, randomId, type StopPhotoKept } from './device-stops.ts'
import { editPhoto, removePhoto } from './send-piece.ts'

type Device = ReturnType<typeof deviceStops>
type Sent = { readonly photo: StopPhoto; readonly known: boolean }

export class StopPhotos {
  private readonly queues = new Map<string, PhotoQueue>()
  private readonly stop: Stop
  private readonly device: Device
  private readonly hasFinding: (id: string) => Promise<boolean>
  private readonly onSent: () => void
  private readonly onChange: () => void

  constructor(
    stop: Stop,
    device: Device,
    hasFinding: (id: string) => Promise<boolean>,
    kept: readonly StopPhotoKept[],
    onSent: () => void,
    onChange: () => void,
  ) {
    this.stop = stop
    this.device = device
    this.hasFinding = hasFinding
    this.onSent = onSent
    this.onChange = onChange
    for (const [place, photos] of Map.groupBy(kept, photo => photo.place)) this.at(place).resume(photos)
  }

  /** `place`: the id of the stop, or of one of its findings. */
  at(place: string): PhotoQueue {
    const known = this.queues.get(place)
    if (known) return known
    const { id, photos } = this.stop
    const finding = place === id ? null : place
    const queue = new PhotoQueue(
      {
        ready: async () => finding === null || this.hasFinding(finding),
        upload: async (photo, onSent) => {
          const at = finding ? `&finding=${finding}` : ''
          const path = `/api/stops/${id}/photos?photoId=${photo.photoId}${at}`
          const sent = await sendUpload<Sent>(path, photo.blob, 'photo', onSent)
          setTimeout(this.onSent)
          return sent
        },
        edit: (photoId, edit) => editPhoto(id, photoId, edit),
        remove: photoId => removePhoto(id, photoId),
        keep: photo => this.device.keepPhoto(id, { ...photo, place }),
        drop: photoId => this.device.dropPhoto(id, photoId).catch(() => undefined),
        newId: randomId,
      },
      photos.filter(photo => photo.findingId === finding),
    )
    queue.subscribe(this.onChange)
    this.queues.set(place, queue)
    return queue
  }

  get waiting(): number {
    return [...this.queues.values()].reduce((sum, queue) => sum + queue.unsent, 0)
  }

  retry(): void {
    for (const queue of this.queues.values()) queue.retry()
  }

  close(): void {
    for (const queue of this.queues.values()) queue.close()
  }
}
