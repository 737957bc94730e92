// Keeps the part of the address behind "#", where Tasklist names the task, across the login.
document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('form');
  form.action += window.location.hash;
});
