import { useQuery } from '@tanstack/react-query'
import type { Unit } from '../../contract/index.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RetireDialog } from './retire-dialog.tsx'
import { unitQuery } from './unit.queries.ts'
import { UnitForm } from './unit-form.tsx'
import type { Asking, UnitDesk } from './use-unit-desk.ts'

/** The dialogue of what is asked for; it speaks of the unit as it is now, with all that would go along. */
export function UnitDialogs({ desk }: { desk: UnitDesk }) {
  const { asking } = desk
  const unit = useQuery({ ...unitQuery(asking?.unitId ?? ''), enabled: asking !== null }).data
  if (!asking || !unit) return null
  return <Dialog key={`${asking.act} ${unit.id}`} asking={asking} unit={unit} desk={desk} />
}

function Dialog({ asking, unit, desk }: { asking: Asking; unit: Unit; desk: UnitDesk }) {
  const onClose = () => desk.ask(null)
  const { id, version, name } = unit
  switch (asking.act) {
    case 'add':
      return (
        <UnitForm
          unit={unit}
          act="add"
          onClose={onClose}
          onSend={async step => desk.open((await desk.act(step)).id)}
        />
      )
    case 'edit':
      return <UnitForm unit={unit} act="edit" onClose={onClose} onSend={step => desk.act(step)} />
    case 'move':
      return (
        <MoveDialog
          unit={unit}
          plan={asking.plan}
          onClose={onClose}
          onMove={(plan, target) => desk.move(unit, plan, target.name)}
        />
      )
    case 'merge':
      return (
        <MergeDialog
          unit={unit}
          onClose={onClose}
          onMerge={async into => {
            await desk.act({ act: 'merge', id, into: into.id, version }, { name, into: into.name })
            desk.open(into.id)
          }}
        />
      )
    case 'retire':
      return (
        <RetireDialog
          unit={unit}
          onClose={onClose}
          onRetire={() => desk.act({ act: 'retire', id, version })}
        />
      )
    default:
      return null
  }
}
