import { parentPort, workerData } from 'node:worker_threads'
import { nearPairs, openNearIndex, type Paired } from './near.rules.ts'

const { known, wanted } = workerData as { known: readonly Paired[]; wanted: readonly Paired[] | null }

function firstHits(all: readonly Paired[]): (string | null)[] {
  const index = openNearIndex(known)
  return all.map(each => index.find(each, 1)[0]?.id ?? null)
}

parentPort!.postMessage(wanted ? firstHits(wanted) : nearPairs(known))
