import Statements
