/**
 * Puts the current Vietnamese labels where the web application looks first. Without this the first visit shows
 * raw keys for what is drawn before the locale file arrives, and the first visit after an update shows old labels.
 */
export const primeLabels = async (app) => {
  const prefix = `${document.querySelector('base').getAttribute('app-root')}/app/${app}/locales/`;
  try {
    const answer = await fetch(`${prefix}vi.json`, { cache: 'no-cache' });
    if (answer.ok) {
      const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
      kept[`${prefix}_locales_data_vi_${window.bust}`] = JSON.stringify(await answer.json());
      localStorage.setItem('camunda-web', JSON.stringify(kept));
    }
  } catch (failure) {
    // The application then loads the labels itself, a moment later.
    console.warn(failure);
  }
};
