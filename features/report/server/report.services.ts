import type { Clock } from '@jianbao/platform/clock'

export type ReportServices = { readonly clock: Clock }
