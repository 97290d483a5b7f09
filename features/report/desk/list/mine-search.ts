import { choiceParam, flagParam, integerParam, present, textParam } from '@jianbao/ui'
import { type MineQuery, mineTabs } from '../../contract/index.ts'

const orderChoices = ['-updated', 'updated', '-day', 'day'] as const
const dayOf = (value: unknown): string | undefined => {
  const text = textParam(value, 10)
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
}
const idOf = (value: unknown): string | undefined => {
  const text = textParam(value, 36)
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : undefined
}

export function readMineSearch(search: Record<string, unknown>): MineQuery {
  return present({
    tab: choiceParam(search['tab'], mineTabs),
    q: textParam(search['q'], 100),
    campaignId: idOf(search['campaignId']),
    taskId: idOf(search['taskId']),
    type: textParam(search['type'], 40),
    from: dayOf(search['from']),
    to: dayOf(search['to']),
    own: flagParam(search['own']) || undefined,
    idle: flagParam(search['idle']) || undefined,
    sort: choiceParam(search['sort'], orderChoices),
    page: integerParam(search['page'], 1, 100_000),
  })
}
