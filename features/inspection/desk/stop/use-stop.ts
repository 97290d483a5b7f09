import { onSignedInAgain } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Stop } from '../../contract/index.ts'
import { keepShell } from '../offline/keep-shell.ts'
import { deviceStops } from './device-stops.ts'
import { openStops } from './open-stops.ts'
import { finishStop, getStop, sendPiece } from './send-piece.ts'
import { StopKeeper } from './stop-keeper.ts'
import { StopPhotos } from './stop-photos.ts'

export type OpenStop = { readonly keeper: StopKeeper; readonly photos: StopPhotos }
export type StopLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | ({ readonly state: 'open' } & OpenStop)

/** Opens what the device and the server have of a stop, and keeps it as long as the page is there. */
export function useStop(stopId: string, personId: string | null): StopLoad & { readonly again: () => void } {
  const client = useQueryClient()
  const [load, setLoad] = useState<StopLoad>({ state: 'loading' })
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each stop and each try
  useEffect(() => {
    if (personId === null) return
    let [gone, opened]: [boolean, OpenStop | null] = [false, null]
    const signedOut = () => void client.invalidateQueries({ queryKey: ['session'] })
    setLoad({ state: 'loading' })
    openStop(stopId, personId, signedOut).then(
      next => {
        opened = next
        if (gone) shut(opened)
        else setLoad({ state: 'open', ...next })
      },
      error => gone || setLoad({ state: 'failed', error }),
    )
    const back = () => {
      opened?.keeper.retry()
      opened?.photos.retry()
    }
    const look = () => document.visibilityState === 'visible' && void opened?.keeper.look()
    addEventListener('online', back)
    document.addEventListener('visibilitychange', look)
    const stop = onSignedInAgain(back)
    return () => {
      gone = true
      removeEventListener('online', back)
      document.removeEventListener('visibilitychange', look)
      stop()
      if (opened) shut(opened)
    }
  }, [stopId, personId, tries])
  return { ...load, again: () => setTries(tries + 1) }
}

function shut({ keeper, photos }: OpenStop): void {
  openStops.delete(keeper)
  keeper.close()
  photos.close()
}

async function openStop(stopId: string, personId: string, onSignedOut: () => void): Promise<OpenStop> {
  const device = deviceStops(personId)
  const kept = await device
    .find(stopId)
    .catch(() => ({ stop: null, pending: [], ending: false, photos: [] }) as const)
  const stop = await findStop(stopId, kept.stop)
  const keeper: StopKeeper = new StopKeeper(
    {
      get: () => getStop(stopId),
      put: (piece, base) => sendPiece(stopId, piece, base),
      finish: () => finishStop(stopId),
      keepPiece: piece => device.keepPiece(stopId, piece),
      dropPiece: key => device.dropPiece(stopId, key),
      keepStop: each => device.keepStop(each),
      keepEnding: ending => device.keepEnding(stopId, ending),
      photosWaiting: () => photos.waiting,
      now: () => new Date(),
      onSignedOut,
    },
    { stop, pending: kept.pending, ending: kept.ending },
  )
  const photos: StopPhotos = new StopPhotos(
    stop,
    device,
    id => keeper.has(id),
    kept.photos,
    () => void keeper.look().then(() => keeper.snapshot().ending && keeper.retry()),
    () => keeper.touch(),
  )
  void device.keepStop(stop).catch(() => undefined)
  void keepShell()
  openStops.add(keeper)
  return { keeper, photos }
}

/** With a copy on the device it goes on without the server. */
async function findStop(id: string, kept: Stop | null): Promise<Stop> {
  try {
    return await getStop(id)
  } catch (error) {
    if (kept && isNoLine(error)) return kept
    throw error
  }
}

function isNoLine(error: unknown): boolean {
  const status = (error as { status?: number }).status ?? 0
  return status === 0 || status >= 500
}

export function useKept(keeper: StopKeeper) {
  return useSyncExternalStore(keeper.subscribe, keeper.snapshot)
}
