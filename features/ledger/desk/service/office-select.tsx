import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { officesQuery } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

type OfficeSelectProps = {
  readonly value: string | undefined
  readonly onChange: (unitId: string) => void
  readonly label: string
  /** The unit that is not meant. */
  readonly without?: string
  /** One whose name is known before the others come. */
  readonly known?: { readonly id: string; readonly name: string }
}

/** Any office of the federation, found by typing part of its name or of its city's. */
export function OfficeSelect({ value, onChange, label, without, known }: OfficeSelectProps) {
  const t = serviceTexts.useTexts()
  const offices = useQuery(officesQuery)
  const rows = (offices.data?.rows ?? []).filter(({ id }) => id !== without)
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={t('chooseUnit')}
      loading={offices.isPending}
      {...(value === undefined ? {} : { value })}
      onChange={onChange}
      options={(rows.some(({ id }) => id === known?.id) || !known
        ? rows
        : [{ ...known, cityId: null, cityName: null }, ...rows]
      ).map(({ id, name, cityId, cityName }) => ({
        value: id,
        label: cityName === null || cityId === id ? name : `${cityName} / ${name}`,
      }))}
    />
  )
}
