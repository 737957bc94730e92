// Inside a task's tab in Tasklist the page goes without its own bar; css looks at the class.
if (window.self !== window.top) {
  document.documentElement.classList.add('embedded');
}
