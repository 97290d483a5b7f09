import type { Clock } from '@jianbao/platform/clock'

export type ScoringServices = { readonly clock: Clock }
