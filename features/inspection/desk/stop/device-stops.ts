/** Stops on the device itself: opened again without a line, and what was written there until the server has it. */
import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import type { Stop } from '../../contract/index.ts'
import { keyOf, type Pending } from './stop-pieces.ts'

/** `place`: of the stop, or of one finding. */
export type StopPhotoKept = {
  readonly photoId: string
  readonly blob: Blob
  readonly caption: string
  readonly place: string
}
type Kept =
  | { readonly stop: Stop }
  | { readonly piece: Pending }
  | { readonly ending: true }
  | { readonly photo: StopPhotoKept }

let opened: UseStore | null = null
const store = (): UseStore => {
  opened ??= createStore('jianbao-stops', 'stops')
  return opened
}

/** Those of one person: what another wrote on the same device is out of reach. */
export function deviceStops(personId: string) {
  const key = (stopId: string, part: string) => `${personId}/${stopId}/${part}`
  const own = async (prefix: string) =>
    (await entries<string, Kept>(store())).filter(([name]) => name.startsWith(prefix))
  return {
    find: async (stopId: string) => {
      const kept = (await own(`${personId}/${stopId}/`)).map(([, value]) => value)
      return {
        stop: kept.flatMap(value => ('stop' in value ? [value.stop] : []))[0] ?? null,
        pending: kept
          .flatMap(value => ('piece' in value ? [value.piece] : []))
          .sort((one, other) => one.no - other.no),
        ending: kept.some(value => 'ending' in value),
        photos: kept.flatMap(value => ('photo' in value ? [value.photo] : [])),
      }
    },
    /** Stops with something the server has not got. */
    waiting: async (): Promise<string[]> => {
      const kept = await own(`${personId}/`)
      const ids = kept.filter(([, value]) => !('stop' in value)).map(([name]) => name.split('/')[1]!)
      return [...new Set(ids)]
    },
    keepStop: (stop: Stop) => set(key(stop.id, 'stop'), { stop } satisfies Kept, store()),
    keepPiece: (stopId: string, piece: Pending) =>
      set(key(stopId, keyOf(piece)), { piece } satisfies Kept, store()),
    dropPiece: (stopId: string, name: string) => del(key(stopId, name), store()),
    keepEnding: async (stopId: string, ending: boolean): Promise<void> => {
      if (ending) await set(key(stopId, 'ending'), { ending } satisfies Kept, store())
      else await del(key(stopId, 'ending'), store())
    },
    keepPhoto: (stopId: string, photo: StopPhotoKept) =>
      set(key(stopId, `photo:${photo.photoId}`), { photo } satisfies Kept, store()),
    dropPhoto: (stopId: string, photoId: string) => del(key(stopId, `photo:${photoId}`), store()),
    /** All that the server has; what it has not stays. */
    dropSent: async (): Promise<void> => {
      for (const [name, value] of await own(`${personId}/`)) if ('stop' in value) await del(name, store())
    },
  }
}

const deviceKeys = { record: 'jianbao.device', talk: 'jianbao.device.talk' } as const
const unsaved = new Map<string, string>()

/**
 * The id of this browser: what it sends again is no conflict with itself. Interviews go under another than all else, which
 * bears the name of whoever wrote it: nothing that is kept ties the two.
 */
export function deviceId(purpose: keyof typeof deviceKeys): string {
  const key = deviceKeys[purpose]
  const fresh = () => {
    const id = unsaved.get(key) ?? randomId()
    unsaved.set(key, id)
    return id
  }
  try {
    const known = localStorage.getItem(key)
    if (known) return known
    localStorage.setItem(key, fresh())
    return fresh()
  } catch {
    // A browser that forbids storage: the id then lasts as long as the page.
    return fresh()
  }
}

/** A UUID, also where the page came over plain HTTP and the browser keeps its own maker from it. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
