import './base.css';
import './ask.css';
import './brief.css';
import './follow-up.css';
import './log.css';
import './people.css';
import './up-next.css';
import './week.css';
