import type { StopKeeper } from './stop-keeper.ts'

/** Stops somebody writes at in this moment. */
export const openStops = new Set<Pick<StopKeeper, 'flush'>>()
