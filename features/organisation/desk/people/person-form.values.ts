import type { Person, PersonChange, PersonDraft } from '../../contract/index.ts'

/** What was typed into the form; an empty number means no change. */
export type PersonFields = {
  readonly name: string
  readonly title: string
  readonly phone: string
  readonly withoutPhone: boolean
}

export function draftOf({ name, title, phone }: PersonFields, unitId: string): PersonDraft {
  return {
    name: name.trim(),
    unitId,
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
  }
}

/** Only what is different: a field somebody else changed meanwhile is not written back. */
export function changeOf(
  before: Pick<Person, 'name' | 'title' | 'unitId'>,
  fields: PersonFields,
  unitId: string,
): Omit<PersonChange, 'version'> {
  const name = fields.name.trim()
  const title = fields.title.trim() || null
  const phone = fields.withoutPhone ? null : fields.phone.trim() || undefined
  return {
    ...(name === before.name ? {} : { name }),
    ...(title === before.title ? {} : { title }),
    ...(unitId === before.unitId ? {} : { unitId }),
    ...(phone === undefined ? {} : { phone }),
  }
}
