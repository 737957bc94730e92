/**
 * There is one login and one session for everything. Logging out ends that session, not only the one of the
 * engine's web application, and the login page of the engine is never shown.
 */
const context = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const leaveTo = (path) => {
  document.documentElement.classList.add('tongket-leaving');
  window.location.replace(context + path);
};

// In the capture phase: the application's own handler would end its part and then open its own login page.
document.addEventListener(
  'click',
  (event) => {
    if (event.target instanceof Element && event.target.closest('.account .logout a, a[ng-click="logout()"]')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      leaveTo('/logout');
    }
  },
  true
);

const watchRoute = () => {
  const route = window.location.hash.replace(/^#\/?/, '').split('?')[0];
  if (route === 'login') {
    leaveTo('/login');
  } else if (route === 'logout') {
    leaveTo('/logout');
  }
};
window.addEventListener('hashchange', watchRoute);
watchRoute();
