import { choiceParam, dayParam, flagParam, integerParam, present, textParam, uuidParam } from '@jianbao/ui'
import { type MineQuery, mineTabs } from '../../contract/index.ts'

const orderChoices = ['-updated', 'updated', '-day', 'day'] as const

export function readMineSearch(search: Record<string, unknown>): MineQuery {
  return present({
    tab: choiceParam(search['tab'], mineTabs),
    q: textParam(search['q'], 100),
    campaignId: uuidParam(search['campaignId']),
    taskId: uuidParam(search['taskId']),
    type: textParam(search['type'], 40),
    from: dayParam(search['from']),
    to: dayParam(search['to']),
    own: flagParam(search['own']) || undefined,
    idle: flagParam(search['idle']) || undefined,
    sort: choiceParam(search['sort'], orderChoices),
    page: integerParam(search['page'], 1, 100_000),
  })
}
