// Loads the page again when tillit serve has something new to show.
new EventSource('/-/events').onmessage = () => location.reload();
