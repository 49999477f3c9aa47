import './base.css';
import './brief.css';
import './week.css';
