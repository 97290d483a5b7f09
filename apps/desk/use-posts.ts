import { useLanguage, useRoleWords } from '@jianbao/ui'
import { useSession } from './session.context.ts'

/** Where the person holds which roles, a line for each unit: `洛阳市科协：编辑、核稿`. */
export function usePosts(): string[] {
  const { posts } = useSession().user
  const roleWords = useRoleWords()
  const [colon, comma] = useLanguage() === 'zh' ? ['：', '、'] : [': ', ', ']
  const units = new Map<string, { name: string; roles: string[] }>()
  for (const { unitId, unitName, role } of posts) {
    const unit = units.get(unitId) ?? { name: unitName, roles: [] }
    unit.roles.push(roleWords(role))
    units.set(unitId, unit)
  }
  return [...units.values()].map(({ name, roles }) => name + colon + roles.join(comma))
}
