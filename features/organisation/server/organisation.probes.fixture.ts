import { randomUUID } from 'node:crypto'
import type { TestApp } from '@jianbao/testkit'
import type { Group, Unit } from '../contract/index.ts'

/** Of the test federation. */
const city = '00000000-0000-4000-8000-00000000c171'

type Target = { readonly url: string; readonly body?: object }

/** A call about one fresh unit or group of the test unit `city`, by operation. */
export async function organisationProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const keeper = await app.as('system-administrator')
  const unit = async (): Promise<Unit> => {
    const name = `单位${randomUUID().slice(0, 8)}`
    return (await keeper.post('/api/units', { parentId: city, kind: 'society', name })).json()
  }
  const group = async (): Promise<Group> => {
    const name = `工作组${randomUUID().slice(0, 8)}`
    return (await keeper.post('/api/groups', { unitId: city, kind: 'working', name })).json()
  }
  const ofUnit = async (action: string, body?: object): Promise<Target> => {
    const { id, version } = await unit()
    return { url: `/api/units/${id}${action}`, ...(body ? { body: { version, ...body } } : {}) }
  }
  const ofGroup = async (action: string, body?: object): Promise<Target> => {
    const { id, version } = await group()
    return { url: `/api/groups/${id}${action}`, ...(body ? { body: { version, ...body } } : {}) }
  }
  return {
    getUnit: () => ofUnit(''),
    editUnit: () => ofUnit('', { shortNames: ['简称'] }),
    moveUnit: () => ofUnit('/move', { parentId: city, position: 0 }),
    mergeUnit: async () => ofUnit('/merge', { into: (await unit()).id }),
    retireUnit: () => ofUnit('/retire', {}),
    restoreUnit: async () => {
      const { id, version } = await unit()
      const retired = (await keeper.post(`/api/units/${id}/retire`, { version })).json<Unit>()
      return { url: `/api/units/${id}/restore`, body: { version: retired.version } }
    },
    getGroup: () => ofGroup(''),
    editGroup: () => ofGroup('', { duties: '联系高校' }),
    setGroupMembers: () => ofGroup('/members', { members: [] }),
    removeGroup: () => ofGroup('/remove', {}),
  }
}
