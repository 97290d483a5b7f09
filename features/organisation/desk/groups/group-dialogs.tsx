import { useQuery } from '@tanstack/react-query'
import type { Group } from '../../contract/index.ts'
import { ActDialog } from '../act-dialog.tsx'
import form from '../form.module.css'
import { unitQuery } from '../units/unit.queries.ts'
import { groupQuery } from './group.queries.ts'
import { groupTexts } from './group.texts.ts'
import { GroupForm } from './group-form.tsx'
import { MembersForm } from './members-form.tsx'
import type { GroupDesk } from './use-group-desk.ts'

/** The form or question of what is asked for, once the group and its members are here. */
export function GroupDialogs({ desk }: { desk: GroupDesk }) {
  const { asking } = desk
  const groupId = asking && asking.act !== 'add' ? asking.groupId : null
  const unitId = asking?.act === 'add' ? asking.unitId : null
  const group = useQuery({ ...groupQuery(groupId ?? ''), enabled: groupId !== null }).data
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== null })
  const onClose = () => desk.ask(null)
  if (!asking) return null
  if (asking.act === 'add')
    return unitId !== null && unit.isPending ? null : (
      <GroupForm group={null} unit={unit.data ?? null} desk={desk} onClose={onClose} />
    )
  if (!group || group.id !== groupId) return null
  if (asking.act === 'edit') return <GroupForm group={group} unit={null} desk={desk} onClose={onClose} />
  if (asking.act === 'set-members') return <MembersForm group={group} desk={desk} onClose={onClose} />
  return <RemoveDialog group={group} desk={desk} onClose={onClose} />
}

function RemoveDialog({ group, desk, onClose }: { group: Group; desk: GroupDesk; onClose: () => void }) {
  const t = groupTexts.useTexts()
  const { id, name, version } = group
  return (
    <ActDialog
      title={t('removeTitle', { name })}
      confirm={t('removeConfirm')}
      cancel={t('cancel')}
      overtaken={t('changedMeanwhile', { name })}
      danger
      onClose={onClose}
      onConfirm={() => desk.send({ act: 'remove', id, version }, name)}
    >
      <p className={form['sentence']}>
        {t('removeWords', { unit: group.unitName, name, count: group.members })}
      </p>
    </ActDialog>
  )
}
