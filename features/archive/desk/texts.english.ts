/** English texts for the keys of the Chinese file; one thing is counted in another form, `key_one` beside `key`. */
export type EnglishOf<Zh> = Readonly<Record<keyof Zh & string, string>> &
  Readonly<Partial<Record<`${keyof Zh & string}_one`, string>>>
