/** The settings that the window itself names; all others come from Go. */
export const settingKeys = {
  service: 'service.name',
  person: 'person',
  writer: 'writer',
  model: 'ollama.model',
};
