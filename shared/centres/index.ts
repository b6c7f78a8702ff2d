export { Centre, CentreSchema } from './schema.ts'
export { UpdateSettingsInput, updateSettings } from './update-settings.ts'
