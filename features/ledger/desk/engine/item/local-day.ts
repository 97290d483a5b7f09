/** The ISO day an instant falls on where the offices are, whatever the clock of the device is set to. */
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
export const localDayOf = (instant: string): string => parts.format(new Date(instant))
