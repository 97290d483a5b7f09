import * as archive from '@jianbao/archive/desk'
import * as bulletin from '@jianbao/bulletin/desk'
import * as organisation from '@jianbao/organisation/desk'
import type { DeskRoom } from '@jianbao/ui'

/** The rooms of this house; taking a line out takes its pages and its menu away. */
export const rooms: readonly DeskRoom[] = [archive, bulletin, organisation]
