import { usePhone } from '@jianbao/ui'
import { useParams } from '@tanstack/react-router'
import { DeskUnits } from './desk-units.tsx'
import { PhoneUnits } from './phone-units.tsx'
import { UnitDialogs } from './unit-dialogs.tsx'
import { useUnitDesk } from './use-unit-desk.ts'

/** The organisation: tree and unit side by side on a desk, one after the other on a phone. */
export default function UnitTreePage() {
  const { id } = useParams({ strict: false }) as { id?: string }
  const phone = usePhone()
  const desk = useUnitDesk()
  return (
    <>
      {phone ? <PhoneUnits id={id} desk={desk} /> : <DeskUnits id={id} desk={desk} />}
      <UnitDialogs desk={desk} />
    </>
  )
}
