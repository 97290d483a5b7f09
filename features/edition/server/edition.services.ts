import type { Clock } from '@jianbao/platform/clock'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type EditionServices = { readonly clock: Clock }
