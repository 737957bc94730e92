/** The task list opens with the nearest due date first, unless the address asks for another order. */
const [route, query = ''] = window.location.hash.replace(/^#/, '').split('?');
const parameters = new URLSearchParams(query);

if (['', '/'].includes(route) && !parameters.has('sorting')) {
  parameters.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  window.history.replaceState(null, '', `#/?${parameters}`);
}
